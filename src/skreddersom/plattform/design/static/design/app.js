/* All pages work without this file. It warns before unsaved text is left, and closes open menus. */
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
