"""`hustings theme preview`: the pages of a theme with the invented campaign, in a browser, while it is made."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from hustings.cli.output import echo
from hustings.cli.translated_help import Verb
from hustings.messages import say
from hustings.problems import InputError, reason


@click.command(cls=Verb, short_help="Look at a theme's pages in a browser while you make it.")
@click.argument("action", type=click.Choice(["preview"]))
@click.argument("name", metavar="THEME")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="A port of this computer; any free one otherwise."
)
def theme(action: str, name: str, port: int) -> None:  # noqa: ARG001 - there is one action
    """Serve the pages of THEME, a folder such as ./ours, with the invented campaign, on this computer only.

    A page that is open is loaded anew when a file of the theme changes. Ctrl-C ends it.
    """
    from hustings.cli.cases.composed_report import composed_report
    from hustings.cli.verbs.demo import sample_case, sample_day
    from hustings.report.brand.brand_file import FILE, read_brand
    from hustings.report.render.themes.preview import Preview
    from hustings.report.render.themes.preview_server import preview_server
    from hustings.report.render.themes.theme_folder import find_theme

    folder = find_theme(name)
    with TemporaryDirectory() as place:
        case = sample_case(Path(place) / "sample.hustings")
    brand = read_brand(folder / FILE) if (folder / FILE).exists() else None
    preview = Preview(folder, composed_report(case, sample_day(case), brand=brand, sample=True).page)
    try:
        server = preview_server(preview, port)
    except OSError as wrong:
        what = say("The port {port} cannot be used ({why}).", port=port, why=reason(wrong))
        raise InputError(what, say("Choose another one with --port.")) from wrong
    echo(say("Open http://127.0.0.1:{port}/ in a browser; Ctrl-C ends it.", port=server.server_port))
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()
