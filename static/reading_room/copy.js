// Copies the words that a button names by their id. The button is there only where a browser can do it.
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 2000);
  });
}
