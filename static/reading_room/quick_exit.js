// Leaves the site so that "back" does not return to this page, and forgets how it was read. Without JavaScript the link is
// a plain link.
export function cover() {
  document.documentElement.hidden = true;
  for (const media of document.querySelectorAll("audio, video")) media.pause();
}

for (const link of document.querySelectorAll("[data-quick-exit]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.title = "";
    cover();
    try {
      localStorage.removeItem("reading");
    } catch {} // a browser that keeps nothing has nothing to forget
    location.replace(link.href);
  });
}
