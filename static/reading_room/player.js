// Makes the player of each recording out of the browser's own, which stays where JavaScript does not run.
import { follow } from "./follow.js";

const clock = (seconds) => {
  const whole = Math.floor(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
  return h ? `${h}:${String(m).padStart(2, "0")}:${s}` : `${m}:${s}`;
};

const NEAR = 50; // A browser may go to a little before the time that it is given, in milliseconds.

const beginning = (media) => Number(/#t=([\d.]+)/.exec(media.getAttribute("src"))?.[1] ?? 0);

function equip(bar) {
  const section = bar.closest("[data-recording]");
  const media = section.querySelector("audio, video");
  bar.append(bar.querySelector("template").content.cloneNode(true));
  const part = (name) => bar.querySelector(`[data-${name}]`);
  const [play, seek, link] = [part("play"), part("seek"), part("link")];
  if (media.tagName === "AUDIO") media.controls = false;

  const wave = bar.querySelector(".waveform");
  const played = wave?.cloneNode(true);
  if (played) {
    played.querySelectorAll(".here, .hit").forEach((strokes) => strokes.remove());
    played.classList.add("played");
    wave.after(played);
  }

  const at = () => (media.readyState ? media.currentTime : Number(seek.value));
  const show = (seconds) => {
    seek.value = seconds;
    seek.setAttribute("aria-valuetext", clock(seconds));
    part("clock").textContent = clock(seconds);
    played?.style.setProperty("--at", `${(100 * seconds) / (seek.max || 1)}%`);
  };
  const move = (seconds) => {
    show(seconds);
    following.show(seconds * 1000 + NEAR, !media.paused);
  };
  const go = (seconds) => {
    media.currentTime = Math.min(Math.max(seconds, 0), Number(seek.max) || Infinity);
    move(media.currentTime);
  };
  const toggle = () => (media.paused ? media.play() : media.pause());
  const following = follow(section, part("return"), (ms) => {
    go(ms / 1000);
    media.play();
  });

  play.addEventListener("click", toggle);
  seek.addEventListener("input", () => go(Number(seek.value)));
  part("speed").addEventListener("change", (event) => { media.playbackRate = Number(event.target.value); });
  for (const skip of bar.querySelectorAll("[data-skip]")) {
    skip.addEventListener("click", () => go(at() + Number(skip.dataset.skip)));
  }
  link.addEventListener("click", async () => {
    const address = new URL(location.pathname, location.href);
    address.search = new URLSearchParams({ r: section.dataset.recording, t: Math.floor(at()) });
    try {
      await navigator.clipboard.writeText(address.href);
      const label = [...link.childNodes];
      link.textContent = link.dataset.done;
      setTimeout(() => link.replaceChildren(...label), 2000);
    } catch {
      history.replaceState(null, "", address);
    }
  });

  for (const name of ["play", "pause"]) {
    media.addEventListener(name, () => {
      play.classList.toggle("is-playing", !media.paused);
      part("sign").textContent = media.paused ? "▶" : "❚❚";
      part("word").textContent = media.paused ? play.dataset.playLabel : play.dataset.pauseLabel;
    });
  }
  media.addEventListener("play", () => {
    if (media.textTracks.length) media.textTracks[0].mode = "showing";
  }, { once: true });
  media.addEventListener("play", () => {
    for (const other of document.querySelectorAll("audio, video")) if (other !== media) other.pause();
  });
  media.addEventListener("timeupdate", () => {
    const ms = media.currentTime * 1000;
    const skipped = [...section.querySelectorAll("details.hard:not([open])")].find(({ dataset }) => ms >= dataset.since && ms < (dataset.until ?? Infinity));
    if (skipped && !media.paused) return go(Number(skipped.dataset.until ?? media.duration * 1000) / 1000);
    move(media.currentTime);
  });

  const keys = { k: toggle, j: () => go(at() - 10), l: () => go(at() + 10) };
  section.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, input:not([type=range])")) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("inside")?.focus();
    }
    keys[event.key]?.();
  });
  section.querySelector(".lines")?.setAttribute("tabindex", "-1");
  show(beginning(media));
  if (!location.hash) section.querySelector(".is-chosen")?.scrollIntoView({ block: "center" });
}

document.querySelectorAll("[data-player]").forEach(equip);
