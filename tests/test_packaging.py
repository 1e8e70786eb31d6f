"""What is installed, and that the documentation speaks of all of it."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile

import pytest
from click.testing import CliRunner
from newsroom import ROOT

from bot.checking import _intruders
from bot.cli import main
from bot.settings import Settings, variable

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")


def test_the_wheel_holds_our_three_packages_and_no_more(tmp_path):
    """The top level of the wheel is bot, index, prompts and the metadata."""
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    subprocess.run(
        [*command, "--quiet", "--wheel-dir", tmp_path, ROOT], check=True, capture_output=True
    )
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()

    assert {"bot", "index", "prompts", "on_record-0.1.0.dist-info"} == {
        name.split("/")[0] for name in names
    }
    assert "prompts/README.md" in names
    assert "prompts/__init__.py" not in names


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_stands_in_the_readme(name):
    """A command that nobody can read about does not exist."""
    assert f"`on-record {name}" in README


def settings() -> dict[str, str]:
    """Return every setting with its default as text; an empty one is the user's own folder."""
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    return {
        variable(name): str(default) if isinstance(default, str | int) else ""
        for name, default in defaults.items()
    }


def test_the_example_lists_every_setting_with_its_default():
    """.env.example, Settings and the README speak of the same settings."""
    listed = dict(re.findall(r"^(\w+)=(.*)$", EXAMPLE, re.MULTILINE))

    assert settings() == listed
    assert set(settings()) == set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))


def test_another_owner_of_bot_is_named():
    """A package that also installs a folder ``bot`` is a problem with a cure."""
    owners = {"bot": ["on-record", "some-bot"], "index": ["on-record"], "prompts": ["on-record"]}
    [problem] = _intruders(owners)

    assert "some-bot" in problem


def test_no_package_owns_our_folders_here():
    """In this installation nobody but us owns them."""
    from importlib.metadata import packages_distributions

    assert () == _intruders(packages_distributions())


def test_the_picture_in_the_readme_is_what_make_ask_prints(tmp_path):
    """The picture is drawn of today's answer over the sample corpus; `make pictures` draws it."""
    from bench.picture import PICTURE, draw

    CliRunner().invoke(main, ["add", "--data", str(tmp_path), str(ROOT / "corpus")])

    assert PICTURE.read_text("utf-8") == draw(tmp_path)
