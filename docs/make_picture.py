"""Take the picture of the samples' report that the README shows: docs/report.png, by headless Chromium.

python docs/make_picture.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).parents[1]
PICTURE = Path(__file__).with_name("report.png")
WIDTH, HEIGHT = 1280, 1640
PATIENCE = 20
"""Seconds that the page may take to draw itself."""
# The incidents that most was said of come first: they show best what a reader gets.
MOST_CLAIMS_FIRST = (
    "const order = document.getElementById('order'); order.value = 'claims';"
    "order.dispatchEvent(new Event('change', {bubbles: true}))"
)
READY = "return document.documentElement.dataset.ready === 'yes'"


def record(out: Path) -> Path:
    """The report of the sample stories, made in the folder `out`."""
    dateline = str(Path(sys.executable).with_name("dateline"))
    command = [dateline, "record", "examples/stories", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - fixed words
    return out / "report.html"


def take(page: Path, picture: Path) -> None:
    """What a reader sees of `page` at first, as a PNG. Raises SystemExit when no browser is installed."""
    browser = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    driver = shutil.which("chromedriver")
    if not browser or not driver:
        sys.exit("make_picture.py: Chromium and chromedriver are needed (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for switch in ("--headless=new", "--no-sandbox", "--hide-scrollbars", "--force-prefers-reduced-motion"):
        options.add_argument(switch)
    with webdriver.Chrome(options=options, service=Service(driver)) as window:
        # A headless window has borders, too; the page inside it should have this size.
        window.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False},
        )
        light = {"features": [{"name": "prefers-color-scheme", "value": "light"}]}
        window.execute_cdp_cmd("Emulation.setEmulatedMedia", light)
        window.get(page.resolve().as_uri())
        end = time.monotonic() + PATIENCE
        while not window.execute_script(READY) and time.monotonic() < end:
            time.sleep(0.1)
        window.execute_script(MOST_CLAIMS_FIRST)
        time.sleep(0.5)
        picture.write_bytes(window.get_screenshot_as_png())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        take(record(Path(folder)), PICTURE)
