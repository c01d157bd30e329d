"""The report in a real browser: charts, form and list choose together, and nothing goes out."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from typing import Any

import pytest

from dateline.publishing import write_outputs
from tests.publishing.sample_record import sample_record

selenium = pytest.importorskip("selenium")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium with its driver here")

SWITCHES = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1280,1400"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--force-prefers-reduced-motion",
)


class Browser:
    """The report open in Chromium."""

    def __init__(self, driver: Any, address: str) -> None:
        self.driver, self.address = driver, address

    def open(self, anchor: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get(self.address + anchor)
        self.until("document.documentElement.dataset.ready === 'yes'")

    def run(self, script: str) -> Any:
        return self.driver.execute_script(script)

    def until(self, condition: str) -> None:
        end = time.monotonic() + 10
        while not self.run(f"return {condition}"):
            assert time.monotonic() < end, f"waited in vain for {condition}"
            time.sleep(0.05)

    def listed(self) -> list[str]:
        ids: list[str] = self.run("return [...document.querySelectorAll('.incident')].map((li) => li.id)")
        return ids

    def set(self, name: str, value: str) -> None:
        self.run(
            f"const field = document.querySelector('[name={name}]'); field.value = {json.dumps(value)};"
            "field.dispatchEvent(new Event('input', {bubbles: true}))"
        )

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        from selenium.webdriver import ActionChains  # noqa: PLC0415 - skipped without selenium

        chain = ActionChains(self.driver, duration=20)
        pointer: Any = chain.w3c_actions.pointer_action
        pointer.move_to_location(*map(round, start))
        pointer.pointer_down()
        pointer.move_to_location(round((start[0] + end[0]) / 2), round((start[1] + end[1]) / 2))
        pointer.move_to_location(*map(round, end))
        pointer.pointer_up()
        chain.perform()

    def circle(self, latitude: float) -> tuple[float, float]:
        x, y = self.run(
            "const mark = [...document.querySelectorAll('#map path[aria-label]')]"
            f".findLast((path) => path.getAttribute('aria-label').includes('lat: {latitude}'));"
            "const box = mark.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]"
        )
        return x, y

    def box(self, selector: str) -> tuple[float, float, float, float]:
        x, y, width, height = self.run(
            f"const box = document.querySelector('{selector}').getBoundingClientRect();"
            "return [box.x, box.y, box.width, box.height]"
        )
        return x, y, width, height


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    from selenium.webdriver import Chrome, ChromeOptions  # noqa: PLC0415 - skipped without selenium
    from selenium.webdriver.chrome.service import Service  # noqa: PLC0415 - skipped without selenium

    (report,) = write_outputs(sample_record(), tmp_path_factory.mktemp("record"), formats=["report"])
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for switch in SWITCHES:
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(DRIVER))
    yield Browser(driver, report.as_uri())
    driver.quit()


@pytest.fixture(autouse=True)
def opened(browser: Browser) -> None:
    browser.open()


def test_it_opens_with_everything_and_asks_nobody(browser: Browser) -> None:
    assert browser.listed() == ["i-harbour", "i-road", "i-pass"]
    messages = [json.loads(entry["message"])["message"] for entry in browser.driver.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith(("file:", "data:", "about:"))] == []
    assert [entry for entry in browser.driver.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_a_click_on_a_place_chooses_its_incidents(browser: Browser) -> None:
    place = browser.circle(34.5)
    browser.drag(place, place)
    browser.until("document.querySelectorAll('.incident').length === 1")
    assert browser.listed() == ["i-harbour"]
    assert browser.run("return document.getElementById('shown').textContent") == "1 of 3 incidents chosen"
    assert browser.run("return document.querySelector('[name=place]').value") == "34.500,36.250"
    browser.run("document.getElementById('reset').click()")
    assert len(browser.listed()) == 3


def test_a_box_on_the_map_chooses_what_lies_in_it(browser: Browser) -> None:
    x, y = browser.circle(35.25)
    browser.drag((x - 25, y - 25), (x + 25, y + 25))
    browser.until("document.querySelectorAll('.incident').length === 1")
    assert browser.listed() == ["i-road"]


def test_days_brushed_on_the_timeline_filter_list_and_map(browser: Browser) -> None:
    x, y, width, height = browser.box("#timeline svg")
    browser.drag((x + width * 0.5, y + height / 2), (x + width - 8, y + height / 2))
    browser.until("document.querySelectorAll('.incident').length === 1")
    assert browser.listed() == ["i-road"]
    assert browser.run("return document.querySelector('[name=from]').value") > "2013-05-20"
    circles = "document.querySelectorAll('#map .mark-symbol.role-mark:last-of-type path').length"
    assert browser.run(f"return {circles}") <= 2


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("words", "state radio 40", ["i-harbour"]),
        ("event", "Territory taken", ["i-road"]),
        ("place", "35.250,-36.750", ["i-road"]),
        ("from", "2013-06-01", ["i-road"]),
        ("to", "2013-05-31", ["i-harbour"]),
        ("grade", "weak", ["i-road", "i-pass"]),
        ("words", "no such words", []),
    ],
)
def test_the_form_makes_the_same_choices(browser: Browser, name: str, value: str, ids: list[str]) -> None:
    browser.set(name, value)
    assert browser.listed() == ids


def test_disputed_only_and_families_by_keyboard(browser: Browser) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415 - skipped without selenium

    browser.driver.find_element("name", "disputed").send_keys(Keys.SPACE)
    assert browser.listed() == ["i-harbour"]
    browser.run("document.getElementById('reset').click()")
    browser.driver.find_element("css selector", "[name=family][value=remote]").send_keys(Keys.SPACE)
    assert browser.listed() == ["i-road", "i-pass"]


def test_two_choices_hold_together(browser: Browser) -> None:
    browser.set("grade", "weak")
    browser.set("from", "2013-05-01")
    assert browser.listed() == ["i-road"]


def test_a_row_opens_by_keyboard(browser: Browser) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415 - skipped without selenium

    browser.driver.find_element("css selector", "#i-harbour summary").send_keys(Keys.ENTER)
    browser.until("document.querySelector('#i-harbour details').open")
    assert browser.driver.find_element("css selector", "#i-harbour mark").is_displayed()


def test_a_link_opens_its_incident(browser: Browser) -> None:
    browser.open("#i-road")
    assert browser.run("return document.querySelector('#i-road > details').open") is True


def test_nothing_overflows_a_phone(browser: Browser) -> None:
    metrics = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        browser.open("#i-harbour")
        assert browser.run("return document.documentElement.scrollWidth") <= 390
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def contrast(browser: Browser, scheme: str) -> list[list[Any]]:
    """Texts of too little contrast (WCAG 2.2 AA, 1.4.3), each with its ratio."""
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.open("#i-harbour")
    found: list[list[Any]] = browser.run("""
      const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const linear = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
      const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      const behind = (element) => {
        for (let e = element; e; e = e.parentElement) {
          const colour = channels(getComputedStyle(e).backgroundColor);
          if (colour.length < 4 || colour[3] > 0) return colour;
        }
        return [255, 255, 255];
      };
      const bad = [];
      for (const e of document.querySelectorAll('body *')) {
        const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        if (!words || e.closest('svg, script, style, :disabled') || !e.checkVisibility()) continue;
        const [a, b] = [light(channels(getComputedStyle(e).color)), light(behind(e))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) bad.push([e.tagName, e.className, e.textContent.trim().slice(0, 30), ratio]);
      }
      return bad;""")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_enough(browser: Browser, scheme: str) -> None:
    assert contrast(browser, scheme) == []
