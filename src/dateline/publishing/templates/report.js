// The map, the timeline, the form and the list show one choice of incidents. Whatever the hand does, only
// `choice` changes; `refresh` then draws everything from it. Each chart shows what all OTHER choices leave,
// and its own choice as a selection on top.
(() => {
  "use strict";
  document.documentElement.className = "js";
  const record = JSON.parse(document.getElementById("record").textContent);
  const DAY = 86400000, PAGE = 50;
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = $("#filters"), list = $("#list");
  if (!list) return;
  const fields = form.elements;
  const ms = (day) => Date.parse(day + "T00:00:00Z");
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

  const incidents = record.incidents.map((row, n) => ({ ...row, n, start: row.first && ms(row.first), end: row.last && ms(row.last) + DAY }));
  const rows = new Map($$(".incident", list).map((li) => [Number(li.dataset.n), li]));
  const families = Object.keys(record.families);
  const placeNames = new Map(record.places.map((place) => [place.key, place.label]));

  // ---- what is chosen ------------------------------------------------------------------------------
  const everything = () => ({ families: new Set(families), event: "", words: [], places: null, from: null, to: null, grade: "", disputed: false });
  let choice = everything();
  let page = PAGE;

  const texts = new Map();
  const text = (incident) => {
    if (!texts.has(incident.n)) texts.set(incident.n, rows.get(incident.n).textContent.toLowerCase());
    return texts.get(incident.n);
  };
  const tests = {
    kind: (i) => choice.families.has(i.family) && (!choice.event || i.event === choice.event),
    words: (i) => choice.words.every((word) => text(i).includes(word)),
    attested: (i) => (!choice.grade || i.grade === choice.grade) && (!choice.disputed || i.disputed),
    places: (i) => !choice.places || choice.places.has(i.place),
    days: (i) => (choice.from === null && choice.to === null)
      || (i.start !== null && i.start !== undefined && (choice.to === null || i.start <= choice.to) && (choice.from === null || i.end > choice.from)),
  };
  const chosen = (...except) => {
    const applied = Object.entries(tests).filter(([name]) => !except.includes(name)).map(([, test]) => test);
    return incidents.filter((incident) => applied.every((test) => test(incident)));
  };

  // ---- the list ------------------------------------------------------------------------------------
  const orders = {
    record: (a, b) => a.n - b.n,
    latest: (a, b) => (b.end ?? -Infinity) - (a.end ?? -Infinity) || a.n - b.n,
    killed: (a, b) => b.killed - a.killed || a.n - b.n,
    claims: (a, b) => b.claims - a.claims || a.n - b.n,
  };
  function drawList(shown) {
    const sorted = [...shown].sort(orders[$("#order").value]);
    const wanted = sorted.slice(0, page).map((incident) => rows.get(incident.n));
    // rows that are not shown leave the page: hiding thousands of list items is slow
    if (wanted.length !== list.children.length || wanted.some((li, n) => li !== list.children[n])) list.replaceChildren(...wanted);
    const left = sorted.length - wanted.length, more = $("#more");
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(PAGE, left)} more of ${left.toLocaleString("en")}`;
    $("#none").hidden = sorted.length > 0;
    const all = shown.length === incidents.length;
    $("#shown").textContent = all ? `all ${plural(incidents.length, "incident", "incidents")}` : `${shown.length.toLocaleString("en")} of ${plural(incidents.length, "incident", "incidents")} chosen`;
    $("#reset").disabled = all && JSON.stringify(plain(choice)) === JSON.stringify(plain(everything()));
  }
  const plain = (c) => ({ ...c, families: [...c.families].sort(), places: c.places && [...c.places].sort() });

  // ---- the charts ----------------------------------------------------------------------------------
  const view = {}; // map, timeline: Vega views, once they stand
  const colour = (family) => `var(--${family})`;

  function drawMap() {
    if (!view.map) return;
    const total = new Map(), now = new Map();
    const count = (into, incident) => {
      if (!incident.place) return;
      const seen = into.get(incident.place) ?? { n: 0, families: new Map(), coarse: true };
      seen.n += 1; seen.coarse &&= incident.coarse;
      seen.families.set(incident.family, (seen.families.get(incident.family) ?? 0) + 1);
      into.set(incident.place, seen);
    };
    incidents.forEach((incident) => count(total, incident));
    chosen("places").forEach((incident) => count(now, incident));
    const values = record.places.map((place) => {
      const here = now.get(place.key) ?? { n: 0, families: new Map(), coarse: true };
      const kinds = [...here.families].sort((a, b) => b[1] - a[1]);
      const picked = !choice.places || choice.places.has(place.key);
      return {
        key: place.key, lon: place.longitude, lat: place.latitude, total: total.get(place.key).n, n: here.n,
        colour: picked ? colour(kinds.length === 1 ? kinds[0][0] : "mixed") : "var(--faint)",
        edge: choice.places && picked ? "var(--ink)" : "var(--paper)", opacity: here.coarse ? 0.35 : 0.85,
        ...(here.coarse && { edge: picked ? colour(kinds.length === 1 ? kinds[0][0] : "mixed") : "var(--map-ink)" }),
        dash: here.coarse ? "coarse" : "exact", label: labels.has(place.key) ? place.name : "", gap: gaps.get(place.key) ?? 9,
        tip: `${place.label}${here.coarse ? " (only roughly placed)" : ""}\n${kinds.map(([family, n]) => `${n} ${record.families[family].toLowerCase()}`).join("\n")}`,
      };
    });
    values.sort((a, b) => b.n - a.n);
    view.map.data("places", values).run();
  }

  let labels = new Set(), gaps = new Map();
  function placeLabels() { // names of the places of most incidents that have room for one
    if (!view.map) return;
    const taken = [], width = view.map.width(), height = view.map.height();
    const next = new Set();
    const found = circles();
    for (const { x, y, size } of found) taken.push([x - Math.sqrt(size) / 2.6, y - Math.sqrt(size) / 2.6, x + Math.sqrt(size) / 2.6, y + Math.sqrt(size) / 2.6]);
    for (const { datum, x, y, size } of found) {
      const gap = Math.sqrt(size / Math.PI) + 4;
      gaps.set(datum.key, gap);
      const place = record.places.find((one) => one.key === datum.key);
      const box = [x + gap, y - 7, x + gap + place.name.length * 6.6, y + 7];
      if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) continue;
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box); next.add(datum.key);
      if (next.size >= 20) break;
    }
    labels = next;
    drawMap();
  }
  function circles() {
    const found = [];
    const walk = (node, name) => {
      const here = node.name ?? name;
      for (const item of node.items ?? []) {
        if (here === "circles_marks" && item.datum && item.datum.key) found.push(item); else walk(item, here);
      }
    };
    walk(view.map.scenegraph().root);
    return found.sort((a, b) => b.datum.n - a.datum.n);
  }

  const units = [
    { name: "day", pattern: "%-d %b", most: 130, floor: (d) => d, next: (d) => { d.setUTCDate(d.getUTCDate() + 1); return d; } },
    { name: "week", pattern: "%-d %b %y", most: 910, floor: (d) => { d.setUTCDate(d.getUTCDate() - ((d.getUTCDay() + 6) % 7)); return d; }, next: (d) => { d.setUTCDate(d.getUTCDate() + 7); return d; } },
    { name: "month", pattern: "%b %Y", most: 4000, floor: (d) => { d.setUTCDate(1); return d; }, next: (d) => { d.setUTCMonth(d.getUTCMonth() + 1); return d; } },
    { name: "year", pattern: "%Y", most: Infinity, floor: (d) => { d.setUTCMonth(0, 1); return d; }, next: (d) => { d.setUTCFullYear(d.getUTCFullYear() + 1); return d; } },
  ];
  const whole = [record.first && ms(record.first), record.last && ms(record.last) + DAY];
  let span = [record.main_first ? ms(record.main_first) : whole[0], record.main_last ? ms(record.main_last) + DAY : whole[1]];
  const unitOf = () => units.find((unit) => (span[1] - span[0]) / DAY <= unit.most);

  function drawTimeline() {
    if (!view.timeline) return;
    const unit = unitOf();
    const binOf = (time) => +unit.floor(new Date(time));
    const endOf = (bin) => +unit.next(new Date(bin));
    const all = new Map(), shown = new Map();
    for (const incident of incidents) if (incident.start) all.set(binOf(incident.start), (all.get(binOf(incident.start)) ?? 0) + 1);
    for (const incident of chosen("days")) {
      if (!incident.start) continue;
      const key = `${binOf(incident.start)} ${families.indexOf(incident.family)} ${incident.exact ? 0 : 1}`;
      shown.set(key, (shown.get(key) ?? 0) + 1);
    }
    const height = new Map();
    const parts = [...shown].map(([key, n]) => [...key.split(" ").map(Number), n]).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    const bars = parts.map(([bin, family, inexact, n]) => {
      const low = height.get(bin) ?? 0;
      height.set(bin, low + n);
      const when = unit.name === "day" ? iso(bin) : `${unit.name} from ${iso(bin)}`;
      return { start: bin, end: endOf(bin), low, high: low + n, family: families[family], opacity: inexact ? 0.45 : 1,
        tip: `${when}\n${n} ${record.families[families[family]].toLowerCase()}${inexact ? ", day known only to within a range" : ""}` };
    });
    view.timeline.signal("window", span).signal("pattern", unit.pattern)
      .data("all", [...all].map(([start, n]) => ({ start, end: endOf(start), low: 0, high: n })))
      .data("shown", bars).run();
    $("#unit").textContent = `incidents a ${unit.name}`;
    const outside = incidents.filter((incident) => incident.start && (incident.end <= span[0] || incident.start >= span[1])).length;
    $("#outside").textContent = outside ? `${plural(outside, "incident lies", "incidents lie")} before or after these days: “All days” shows them.` : "";
    drawBrush();
  }
  function drawBrush() {
    const scale = view.timeline.scale("x"), width = view.timeline.width();
    const none = choice.from === null && choice.to === null;
    const within = (x) => Math.max(0, Math.min(width, x));
    const wanted = none ? [0, 0] : [within(scale(choice.from ?? span[0])), within(scale(choice.to === null ? span[1] : choice.to + DAY))];
    const standing = view.timeline.signal("days_x");
    if (Math.abs((standing[0] ?? 0) - wanted[0]) < 1 && Math.abs((standing[1] ?? 0) - wanted[1]) < 1) return;
    view.timeline.signal("days_x", wanted).run();
  }

  // ---- drawing it all ------------------------------------------------------------------------------
  function drawForm() {
    for (const box of form.querySelectorAll("[name=family]")) box.checked = choice.families.has(box.value);
    fields.event.value = choice.event; fields.grade.value = choice.grade; fields.disputed.checked = choice.disputed;
    fields.from.value = choice.from === null ? "" : iso(choice.from);
    fields.to.value = choice.to === null ? "" : iso(choice.to);
    const several = choice.places && choice.places.size !== 1;
    const star = fields.place.querySelector("option[value='*']");
    star.hidden = !several;
    if (several) star.textContent = `${choice.places.size} on the map`;
    fields.place.value = !choice.places ? "" : several ? "*" : [...choice.places][0];
  }
  function refresh(keepPage = false) {
    if (!keepPage) page = PAGE;
    drawForm(); drawList(chosen()); drawMap(); drawTimeline();
  }
  function reset() { choice = everything(); fields.words.value = ""; refresh(); }

  // ---- the form ------------------------------------------------------------------------------------
  const dayOf = (value) => (/^\d{4}-\d\d-\d\d$/.test(value) ? ms(value) : null);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    choice.families = new Set([...form.querySelectorAll("[name=family]:checked")].map((box) => box.value));
    choice.event = fields.event.value; choice.grade = fields.grade.value; choice.disputed = fields.disputed.checked;
    choice.words = fields.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (event.target.name === "place") choice.places = fields.place.value ? new Set([fields.place.value]) : null;
    if (event.target.name === "from") choice.from = dayOf(fields.from.value);
    if (event.target.name === "to") choice.to = dayOf(fields.to.value);
    refresh();
  });
  $("#reset").addEventListener("click", () => { reset(); $("#incidents").focus({ preventScroll: true }); });
  $("#order").addEventListener("change", () => refresh());
  $("#more").addEventListener("click", () => {
    const first = rows.get([...chosen()].sort(orders[$("#order").value])[page].n);
    page += PAGE; refresh(true);
    $("summary", first).focus();
  });

  // ---- the charts' hands ---------------------------------------------------------------------------
  const options = { actions: false, logLevel: 1, renderer: "svg", ast: true, defaultStyle: false, tooltip: { disableDefaultStyle: true } };
  const mercator = (latitude) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  const latitude = (y) => (Math.atan(Math.exp(y)) * 360) / Math.PI - 90;
  const corners = () => view.map.signal("window").coordinates;
  function look(west, south, east, north) {
    view.map.signal("window", { type: "MultiPoint", coordinates: [[west, Math.max(south, -84)], [east, Math.min(north, 84)]] }).run();
    placeLabels();
  }
  function zoom(factor) {
    const [[west, south], [east, north]] = corners();
    const [low, high] = [mercator(south), mercator(north)];
    const across = ((east - west) / 2) * factor, upward = ((high - low) / 2) * factor, x = (west + east) / 2, y = (low + high) / 2;
    if (across > 180 || across < 0.005) return;
    look(x - across, latitude(y - upward), x + across, latitude(y + upward));
  }
  function fit(places) {
    if (!places.length) return;
    const longitudes = places.map((place) => place.longitude), latitudes = places.map((place) => place.latitude);
    const box = [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
    const across = Math.max((box[2] - box[0]) * 0.12, 0.25), upward = Math.max((box[3] - box[1]) * 0.12, 0.2);
    look(box[0] - across, box[1] - upward, box[2] + across, box[3] + upward);
  }
  function pick(keys, add) {
    const now = new Set(add && choice.places ? choice.places : []);
    for (const key of keys) if (keys.length === 1 && now.has(key)) now.delete(key); else now.add(key);
    const same = !add && keys.length === 1 && choice.places && choice.places.size === 1 && choice.places.has(keys[0]);
    choice.places = same || !now.size ? null : now;
    refresh();
  }

  function handleMap() {
    const element = $("#map");
    let mode = "box", from = null;
    for (const button of $$("[data-drag]")) button.addEventListener("click", () => {
      mode = button.dataset.drag;
      element.classList.toggle("moving", mode === "move");
      for (const other of $$("[data-drag]")) other.setAttribute("aria-pressed", String(other === button));
    });
    for (const button of $$("[data-zoom]")) button.addEventListener("click", () => {
      const kind = button.dataset.zoom;
      if (kind === "in") zoom(0.5); else if (kind === "out") zoom(2);
      else {
        const keys = new Set(chosen().map((incident) => incident.place));
        fit(kind === "whole" ? record.places : record.places.filter((place) => keys.has(place.key)));
      }
    });
    const hold = (event) => { if (mode === "move") event.stopPropagation(); };
    for (const name of ["pointerdown", "mousedown", "touchstart"]) element.addEventListener(name, hold, true);
    element.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, y: event.clientY, corners: corners(), add: event.shiftKey || event.ctrlKey || event.metaKey };
    }, true);
    window.addEventListener("pointermove", (event) => {
      if (!from || mode !== "move") return;
      const [[west, south], [east, north]] = from.corners, radian = 180 / Math.PI;
      const scale = Math.min(view.map.width() / ((east - west) / radian), view.map.height() / (mercator(north) - mercator(south)));
      const across = ((event.clientX - from.x) / scale) * radian, upward = (event.clientY - from.y) / scale;
      view.map.signal("window", { type: "MultiPoint", coordinates: [[west - across, latitude(mercator(south) + upward)], [east - across, latitude(mercator(north) + upward)]] }).run();
    });
    window.addEventListener("pointerup", (event) => {
      if (!from) return;
      const moved = Math.hypot(event.clientX - from.x, event.clientY - from.y), add = from.add;
      from = null;
      if (mode === "move") { placeLabels(); if (moved >= 4) return; }
      requestAnimationFrame(() => {
        const across = view.map.signal("box_longitude") ?? [], upward = view.map.signal("box_latitude") ?? [];
        view.map.signal("box_longitude", [0, 0]).signal("box_latitude", [0, 0]).run();
        if (moved < 4) {
          const item = hit(event);
          if (item) pick([item.datum.key], add); else if (choice.places) { choice.places = null; refresh(); }
          return;
        }
        const within = (value, ends) => value >= Math.min(...ends) && value <= Math.max(...ends);
        const keys = circles().filter(({ x, y }) => within(x, across) && within(y, upward)).map(({ datum }) => datum.key);
        if (keys.length) pick(keys, add);
      });
    });
    const hit = (event) => {
      const frame = $("svg", element).getBoundingClientRect(), [left, top] = view.map.origin();
      const x = event.clientX - frame.left - left, y = event.clientY - frame.top - top;
      return circles().reverse().find((item) => Math.hypot(item.x - x, item.y - y) <= Math.max(7, Math.sqrt(item.size / Math.PI) + 2));
    };
  }

  function handleTimeline() {
    // the brush also changes when the form or the zoom draws it anew: only a hand on the chart chooses
    let timer = 0, hand = false;
    $("#timeline").addEventListener("pointerdown", () => { hand = true; }, true);
    for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, () => setTimeout(() => { hand = false; }, 150));
    view.timeline.addSignalListener("days", (_, value) => {
      if (!hand) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const ends = Object.values(value ?? {})[0];
        const clear = !ends || Math.abs(ends[1] - ends[0]) < 1;
        const [low, high] = clear ? [null, null] : [Math.min(...ends), Math.max(...ends)].map(Number);
        const from = clear ? null : Math.floor(low / DAY + 0.02) * DAY, to = clear ? null : Math.max(Math.ceil(high / DAY - 0.02) * DAY - DAY, from);
        if (from === choice.from && to === choice.to) return;
        choice.from = from; choice.to = to;
        page = PAGE; drawForm(); drawList(chosen()); drawMap();
      }, 40);
    });
    for (const button of $$("[data-span]")) button.addEventListener("click", () => {
      const dated = chosen().filter((incident) => incident.start);
      const kind = button.dataset.span;
      if (kind === "shown" && !dated.length) return;
      span = kind === "whole" ? whole : kind === "main" ? [ms(record.main_first), ms(record.main_last) + DAY]
        : [Math.min(...dated.map((i) => i.start)), Math.max(...dated.map((i) => i.end))];
      drawTimeline();
    });
  }

  // ---- links to an incident, printing --------------------------------------------------------------
  function follow() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const li = [...rows.values()].find((row) => wanted === row.id || wanted.startsWith(`${row.id}-`));
    if (!li) return;
    if (!li.isConnected) { reset(); page = incidents.length; refresh(true); }
    $("details", li).open = true;
    (document.getElementById(wanted) ?? li).scrollIntoView({ block: "start" });
  }
  window.addEventListener("hashchange", follow);
  let opened = [], shortened = PAGE;
  window.addEventListener("beforeprint", () => {
    shortened = page; page = incidents.length; drawList(chosen());
    opened = $$(".incident > details:not([open])"); opened.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((details) => { details.open = false; });
    page = shortened; drawList(chosen());
  });

  refresh();
  follow();
  const standing = [];
  if (record.map && $("#map")) standing.push(vegaEmbed("#map", record.map, options).then((result) => { view.map = result.view; handleMap(); drawMap(); placeLabels(); }));
  if (record.timeline && $("#timeline")) standing.push(vegaEmbed("#timeline", record.timeline, options).then((result) => { view.timeline = result.view; handleTimeline(); drawTimeline(); }));
  Promise.all(standing).then(() => {
    document.documentElement.dataset.ready = "yes";
    window.addEventListener("resize", () => setTimeout(() => { placeLabels(); drawTimeline(); }, 150));
  });
})();
