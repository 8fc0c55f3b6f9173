/* The pickers of Django admin have no names of their own: each gets the words of its label. */
"use strict";

function words(select) {
  const label = document.querySelector(`label[for="${select.id}"]`);
  return select.getAttribute("aria-label") || (label ? label.textContent.trim().replace(/:$/, "") : "");
}

function name(select) {
  const picker = select.nextElementSibling;
  if (!picker || !picker.classList.contains("select2-container")) {
    return;
  }
  for (const part of picker.querySelectorAll("[role=combobox], [role=textbox], input[type=search]")) {
    part.setAttribute("aria-label", words(select));
  }
}

function nameAll() {
  document.querySelectorAll("select.admin-autocomplete").forEach(name);
}

window.addEventListener("load", () => {
  nameAll();
  new MutationObserver(nameAll).observe(document.getElementById("content"), { childList: true, subtree: true });
});
