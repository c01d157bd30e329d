"""Nothing needs the network, and nothing tries to reach it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.cli.running import DATELINE, environment
from tests.cli.stories import write_folder

# Python imports a module of this name at every start, in workers too.
WATCH = """\
import os, socket

def refuse(name):
    def refused(*arguments, **_):
        with open(os.environ["WATCHED"], "a") as log:
            log.write(f"{name} {arguments!r}\\n")
        raise OSError("the network is watched")
    return refused

for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, refuse(name))

class Watched(socket.socket):
    pass

for name in ("connect", "connect_ex", "sendto"):
    setattr(Watched, name, refuse(name))
socket.socket = Watched
"""


def without_network() -> list[str]:
    """What to put before a command to take the network from it; empty where the system does not let us."""
    unshare = shutil.which("unshare")
    prefix = [unshare, "--map-root-user", "--net"] if unshare else []
    return prefix if prefix and subprocess.run([*prefix, "true"], check=False).returncode == 0 else []


def test_a_run_opens_no_connection(tmp_path: Path) -> None:
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = tmp_path / "log"
    folder = write_folder(tmp_path / "in")
    env = environment(PYTHONPATH=str(tmp_path / "watch"), WATCHED=str(log))
    command = [*without_network(), DATELINE, "record", str(folder), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, env=env, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not log.exists(), log.read_text(encoding="utf-8")


def test_the_watch_sees_what_it_should(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    env = environment(PYTHONPATH=str(tmp_path), WATCHED=str(tmp_path / "log"))
    code = "import urllib.request as r\ntry: r.urlopen('http://localhost:1')\nexcept OSError: pass"
    python = str(Path(DATELINE).with_name("python"))
    subprocess.run([python, "-c", code], env=env, check=True)
    assert (tmp_path / "log").read_text(encoding="utf-8").startswith("create_connection")
