"""`hustings sign init`: a certificate of one's own, with which `hustings report --sign` signs."""

from __future__ import annotations

from pathlib import Path

import click

from hustings.cli.cases.signing_key import asked_passphrase
from hustings.cli.output import echo
from hustings.cli.translated_help import Verb
from hustings.messages import say
from hustings.problems import InputError


@click.command(cls=Verb, short_help="Make a certificate of your own, to sign reports with.")
@click.argument("action", type=click.Choice(["init"]))
@click.argument("file", default="sign.p12", type=click.Path(path_type=Path))
@click.option("--name", required=True, help="Who signs: your name, or that of your firm.")
def sign(action: str, file: Path, name: str) -> None:  # noqa: ARG001 - there is one action
    """Make FILE, a key with a certificate as PKCS#12, such as sign.p12.

    Then sign with it: hustings report CASE --sign sign.p12. The passphrase is asked for, or taken from
    HUSTINGS_SIGN_PASSPHRASE. The certificate says who you say you are; give its code to those who check.
    """
    from hustings.file_output import write_file
    from hustings.report.signature.certificate import made_certificate, read_signer

    if file.exists() or file.is_symlink():
        what = say("{file} is there already; nothing was written.", file=file)
        raise InputError(what, say("A key is never replaced, because reports are signed with it. Choose another name."))
    passphrase = asked_passphrase(new=True)
    content = made_certificate(name[:60], passphrase)
    echo(say("Written: {file}", file=write_file(file, content)))
    echo(f"  {say('Its certificate: {code}', code=read_signer(content, passphrase).fingerprint)}")
