// Uncovers zones of a page by thumb, mouse or keyboard: a tap uncovers a band, a sideways drag draws one; a zone is a
// button that arrows move, Shift with arrows sizes and Delete covers again. Without this script the cells of the page
// are boxes to tick. Only the zones are sent: the copy is made by the server.
const form = document.getElementById("zones");
const list = document.getElementById("liste");
const WHOLE = 10000;
const LEAST = 100;
const BAND = { w: 3600, h: 330 };
const STEP = 50;
const SVG = "http://www.w3.org/2000/svg";
const zones = [];
const layers = new Map();

const bounded = (value, least, most) => Math.min(most, Math.max(least, Math.round(value)));

const fit = (zone) => {
  zone.w = bounded(zone.w, LEAST, WHOLE);
  zone.h = bounded(zone.h, LEAST, WHOLE);
  zone.x = bounded(zone.x, 0, WHOLE - zone.w);
  zone.y = bounded(zone.y, 0, WHOLE - zone.h);
};

const named = (zone) => form.dataset.zone.replace("{0}", zones.indexOf(zone) + 1).replace("{1}", zone.page);

const place = (zone) => {
  fit(zone);
  for (const [side, value] of [["left", zone.x], ["top", zone.y], ["width", zone.w], ["height", zone.h]]) {
    zone.box.style[side] = `${value / 100}%`;
  }
  for (const [name, value] of [["x", zone.x], ["y", zone.y], ["width", zone.w], ["height", zone.h]]) {
    zone.hole.setAttribute(name, value);
  }
  zone.input.value = `${zone.page}:${zone.x},${zone.y},${zone.w},${zone.h}`;
};

const number = () => {
  zones.forEach((zone) => {
    zone.box.setAttribute("aria-label", `${named(zone)}. ${form.dataset.hint}`);
    zone.box.firstElementChild.textContent = zones.indexOf(zone) + 1;
    zone.words.textContent = named(zone);
    zone.gone.setAttribute("aria-label", `${form.dataset.remove} ${named(zone)}`);
  });
  list.hidden = zones.length === 0;
};

const remove = (zone) => {
  const at = zones.indexOf(zone);
  zones.splice(at, 1);
  [zone.box, zone.hole, zone.input, zone.row].forEach((part) => part.remove());
  number();
  (zones[Math.min(at, zones.length - 1)]?.box ?? document.querySelector(`[data-add-to="${zone.page}"]`)).focus();
};

const held = (zone, start, resize) => {
  const from = { ...zone, px: start.clientX, py: start.clientY };
  const size = layers.get(zone.page).layer.getBoundingClientRect();
  const move = (event) => {
    const dx = ((event.clientX - from.px) / size.width) * WHOLE;
    const dy = ((event.clientY - from.py) / size.height) * WHOLE;
    if (resize) Object.assign(zone, { w: from.w + dx, h: from.h + dy });
    else Object.assign(zone, { x: from.x + dx, y: from.y + dy });
    place(zone);
  };
  const done = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", done);
    window.removeEventListener("pointercancel", done);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", done);
  window.addEventListener("pointercancel", done);
};

const keyed = (zone, event) => {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (way) {
    const [dx, dy] = [way[0] * STEP, way[1] * STEP];
    if (event.shiftKey) Object.assign(zone, { w: zone.w + dx, h: zone.h + dy });
    else Object.assign(zone, { x: zone.x + dx, y: zone.y + dy });
    place(zone);
    event.preventDefault();
  } else if (event.key === "Delete" || event.key === "Backspace") {
    remove(zone);
    event.preventDefault();
  }
};

const make = (tag, cls) => Object.assign(document.createElement(tag), { className: cls ?? "" });

const add = (page, x, y, w, h) => {
  const { layer, mask } = layers.get(page);
  const zone = { page, x, y, w, h };
  zone.box = Object.assign(make("button", "zone-box"), { type: "button" });
  zone.box.append(make("b"), make("i"));
  zone.hole = document.createElementNS(SVG, "rect");
  zone.input = Object.assign(document.createElement("input"), { type: "hidden", name: "zone" });
  zone.row = make("li");
  zone.words = make("span");
  zone.gone = Object.assign(make("button", "btn quiet"), { type: "button", textContent: form.dataset.remove });
  zone.row.append(zone.words, zone.gone);
  zone.gone.addEventListener("click", () => remove(zone));
  zone.box.addEventListener("keydown", (event) => keyed(zone, event));
  zone.box.addEventListener("pointerdown", (event) => {
    event.stopPropagation();
    held(zone, event, event.target === zone.box.lastElementChild);
  });
  layer.append(zone.box);
  mask.append(zone.hole);
  form.append(zone.input);
  list.append(zone.row);
  zones.push(zone);
  place(zone);
  number();
  return zone;
};

const draw = (page, layer, start) => {
  if (start.button !== 0) return;
  const size = layer.getBoundingClientRect();
  const at = (event) => [
    ((event.clientX - size.left) / size.width) * WHOLE,
    ((event.clientY - size.top) / size.height) * WHOLE,
  ];
  const [x, y] = at(start);
  let zone = null;
  const move = (event) => {
    const [nx, ny] = at(event);
    if (!zone && Math.abs(event.clientX - start.clientX) < 8) return;
    zone ??= add(page, x, y, LEAST, LEAST);
    Object.assign(zone, { x: Math.min(x, nx), y: Math.min(y, ny), w: Math.abs(nx - x), h: Math.abs(ny - y) });
    if (zone.h < BAND.h) Object.assign(zone, { y: Math.min(y, ny) - (BAND.h - zone.h) / 2, h: BAND.h });
    place(zone);
  };
  const done = (event) => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", done);
    window.removeEventListener("pointercancel", done);
    if (!zone && event.type === "pointerup") zone = add(page, x - BAND.w / 2, y - BAND.h / 2, BAND.w, BAND.h);
    zone?.box.focus({ preventScroll: true });
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", done);
  window.addEventListener("pointercancel", done);
};

const cover = (paper) => {
  const page = Number(paper.dataset.page);
  const layer = make("div", "layer");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WHOLE} ${WHOLE}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const mask = document.createElementNS(SVG, "mask");
  mask.id = `trous-${page}`;
  const rect = (parent, fill) => {
    const one = document.createElementNS(SVG, "rect");
    one.setAttribute("width", WHOLE);
    one.setAttribute("height", WHOLE);
    if (fill) one.setAttribute("fill", fill);
    parent.append(one);
    return one;
  };
  rect(mask, "white");
  svg.append(mask);
  const veil = rect(svg);
  veil.classList.add("cover");
  veil.setAttribute("mask", `url(#${mask.id})`);
  layer.append(svg);
  paper.append(layer);
  layers.set(page, { layer, mask });
  layer.addEventListener("pointerdown", (event) => draw(page, layer, event));
  document
    .querySelector(`[data-add-to="${page}"]`)
    .addEventListener("click", () => add(page, 3000, 4800, 4000, 400).box.focus());
};

if (form.querySelector(".cells")) {
  const before = [...form.querySelectorAll("input[name=zone]:checked")].map((box) => box.value);
  form.querySelectorAll(".cells, .chosen, .nojs").forEach((part) => part.remove());
  form.querySelectorAll(".js").forEach((part) => (part.hidden = false));
  form.querySelectorAll(".paper").forEach(cover);
  before
    .map((value) => value.split(/[:,]/).map(Number))
    .filter(([page]) => layers.has(page))
    .forEach((zone) => add(...zone));
}
