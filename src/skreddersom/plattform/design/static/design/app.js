/* All pages work without this file. It warns before unsaved text is left, closes open menus, and puts away questions that do not apply. */
"use strict";

// A form with data-ulagret holds text that somebody has written: leaving it unsent asks first.
const ulagret = new Set();
document.addEventListener("input", (hendelse) => {
  const skjema = hendelse.target.closest("form[data-ulagret]");
  if (skjema) ulagret.add(skjema);
});
document.addEventListener("submit", (hendelse) => ulagret.delete(hendelse.target));
document.addEventListener("htmx:afterRequest", (hendelse) => {
  if (hendelse.detail.successful) ulagret.delete(hendelse.target.closest("form"));
});
window.addEventListener("beforeunload", (hendelse) => {
  if ([...ulagret].some((skjema) => skjema.isConnected)) hendelse.preventDefault();
});

// Menus in the header close on Escape (the focus goes back to their button) and on a press elsewhere.
const apneMenyer = () => document.querySelectorAll("details.nedtrekk[open]");
document.addEventListener("keydown", (hendelse) => {
  if (hendelse.key !== "Escape") return;
  for (const meny of apneMenyer()) {
    if (meny.contains(document.activeElement)) meny.querySelector("summary").focus();
    meny.open = false;
  }
});
document.addEventListener("click", (hendelse) => {
  for (const meny of apneMenyer()) if (!meny.contains(hendelse.target)) meny.open = false;
});

// A question that hangs on an answer (data-hvis: the name of its field, data-svar: the answer) is put away until it applies.
// What hangs on a question that is put away, is put away too; the server does not keep what stands there, and says so.
const gjelder = (del) =>
  [...document.getElementsByName(del.dataset.hvis)].some(
    (felt) => felt.checked && felt.value === del.dataset.svar && !felt.closest("[data-hvis][hidden]"),
  );
const visGjeldende = () => {
  for (const del of document.querySelectorAll("[data-hvis]")) del.hidden = !gjelder(del);
};
document.addEventListener("change", visGjeldende);
window.addEventListener("pageshow", visGjeldende);
visGjeldende();
