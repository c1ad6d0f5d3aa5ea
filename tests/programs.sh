#!/bin/sh
# Programs that the tests need from the system: a browser for the workshop's pages, poppler to read and draw PDF files
# independently of what wrote them, and openssl for a certificate to try https with.
# A person at a terminal is asked before anything is installed; where nobody sits there it is installed if that may be
# done as root or with a sudo that asks nothing; else the command is said. Programs that run as root are named in full.
# The browser is Chromium without windows, which is smaller and quicker; where there is no such package, Chromium itself.
SYSTEM=${1:-/usr/bin}
WANTED="chromium-headless-shell poppler-utils openssl"
ELSE="chromium poppler-utils openssl"
ROOTS_PATH=/usr/sbin:/usr/bin:/sbin:/bin

here() {
	for name in pdftotext pdftoppm openssl; do
		command -v $name >/dev/null || return 1
	done
	for name in chromium-headless-shell chromium chromium-browser google-chrome; do
		command -v $name >/dev/null && return
	done
	return 1
}

said() {
	echo "The tests need Chromium, poppler and openssl. Debian: sudo apt-get install -y $WANTED"
	echo "  Ubuntu: sudo apt-get install -y $ELSE    Fedora: sudo dnf install $ELSE"
	echo "  macOS: brew install --cask chromium && brew install poppler"
	exit 1
}

agreed() {
	echo "The tests need these programs, which are to be installed with apt-get, as root: $WANTED."
	printf "Press Enter to install them, or type n and Enter to leave it: "
	read -r answer || return 1
	case $answer in "" | [yY]*) ;; *) return 1 ;; esac
}

here && exit 0
[ -x "$SYSTEM/apt-get" ] || said
[ -t 0 ] && [ -t 1 ] && [ -z "$CI" ] && somebody=yes || somebody=
if [ "$(id -u)" = 0 ]; then
	root=
elif [ -n "$somebody" ] && [ -x "$SYSTEM/sudo" ]; then
	root="$SYSTEM/sudo"
elif [ -x "$SYSTEM/sudo" ] && "$SYSTEM/sudo" -n "$SYSTEM/true" 2>/dev/null; then
	root="$SYSTEM/sudo -n"
else
	said
fi
[ -z "$somebody" ] || agreed || said
echo "Installing what the tests need: Chromium, poppler and openssl ..."
apt() {
	$root "$SYSTEM/env" PATH=$ROOTS_PATH DEBIAN_FRONTEND=noninteractive "$SYSTEM/apt-get" -qq "$@" >/dev/null
}
apt update
# shellcheck disable=SC2086 - three packages, three words
{ apt install -y $WANTED 2>/dev/null || apt install -y $ELSE; } && here || said
