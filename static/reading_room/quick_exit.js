// Leaves so that "back" does not return here, and forgets how the page was read.
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
