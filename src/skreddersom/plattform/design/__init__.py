"""The look: base template, components, error pages, gallery and translations. Everything a page is made of."""
