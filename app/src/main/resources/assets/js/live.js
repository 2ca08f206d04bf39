// Moves the figures of a campaign while the page is open, with the texts a reload would show.
const box = document.querySelector("[data-live]");
if (box && "EventSource" in window) {
  const show = (name, value) => {
    for (const place of document.querySelectorAll(`[data-total="${name}"]`)) {
      if (name === "width") place.setAttribute("width", value);
      else if (place.textContent !== value) place.textContent = value;
    }
    // what says nothing has no place
    for (const place of document.querySelectorAll(`[data-needs="${name}"]`)) place.hidden = !value;
  };
  const source = new EventSource(box.dataset.live);
  source.onmessage = (event) => {
    for (const [name, value] of Object.entries(JSON.parse(event.data))) show(name, value);
  };
  // a page kept in the back of the browser must not hold a connection
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
