// What a browser kept is not shown once the archive does not show it any more: a page that comes back from its memory, is
// looked at again or begins to play is asked for anew. Lists that came back and have changed since are drawn again.
const isGone = (answer) => answer.status === 404 || answer.status === 410;

function leave() {
  document.documentElement.hidden = true;
  for (const media of document.querySelectorAll("audio, video")) media.pause();
  location.reload();
}

async function ask(cache) {
  try {
    return await fetch(location.href, { cache, mode: "same-origin" });
  } catch {
    return null; // kept nowhere, or no network: then nothing can be known
  }
}

async function leaveIfGone() {
  const now = await ask("no-cache");
  if (now && isGone(now)) leave();
}

async function leaveIfChanged() {
  const kept = await ask("only-if-cached");
  const now = await ask("no-cache");
  if (!now) return;
  const tag = now.headers.get("ETag"); // none while something that ran out waits to be cleared away
  if (isGone(now) || !tag || tag !== kept?.headers.get("ETag")) leave();
}

addEventListener("pageshow", (event) => {
  const [way] = performance.getEntriesByType("navigation");
  if (event.persisted || way?.type === "back_forward") leaveIfChanged();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") leaveIfGone();
});
document.addEventListener("play", leaveIfGone, { capture: true });
