// Moves the total of a campaign while the page is open; without it, a reload shows the same.
const box = document.querySelector("[data-live]");
if (box && "EventSource" in window) {
  const show = (name, value) => {
    for (const place of document.querySelectorAll(`[data-total="${name}"]`)) {
      if (name === "width") place.setAttribute("width", value);
      else if (place.textContent !== value) place.textContent = value;
    }
  };
  const source = new EventSource(box.dataset.live);
  source.onmessage = (event) => {
    const total = JSON.parse(event.data);
    for (const name of ["received", "percent", "width", "gifts"]) show(name, total[name]);
  };
  // a page kept in the back of the browser must not hold a connection
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
