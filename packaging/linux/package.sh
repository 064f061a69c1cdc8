#!/usr/bin/env bash
# package.sh IMAGE VERSION OUT: makes a tarball, a .deb and an .rpm of a jpackage image.
# The packages hold the image under /opt/linden, and around it what a desktop looks for: a command, an
# entry, icons, a man page, AppStream data. They run no scripts: Debian's and Fedora's triggers
# see the files. A format whose tool is not there is left out, and said.
set -euo pipefail

image=$1
version=$2
out=$3
here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
date=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%F)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

case $(uname -m) in
  x86_64) deb_arch=amd64 rpm_arch=x86_64 ;;
  aarch64) deb_arch=arm64 rpm_arch=aarch64 ;;
  *) echo "package.sh: there is no JavaFX for $(uname -m)." >&2; exit 1 ;;
esac
mkdir -p "$out"

fill_in() { sed -e "s/@VERSION@/$version/g" -e "s/@DATE@/$date/g" "$1" >"$2"; }

# The tree that both packages install.
root=$work/root
mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/"{applications,metainfo,man/man1,doc/linden}
cp -a "$image" "$root/opt/linden"
ln -s /opt/linden/bin/linden "$root/usr/bin/linden"
ln -s /opt/linden/bin/linden-server "$root/usr/bin/linden-server"
cp "$here/app.linden.Linden.desktop" "$root/usr/share/applications/"
fill_in "$here/app.linden.Linden.metainfo.xml" \
  "$root/usr/share/metainfo/app.linden.Linden.metainfo.xml"
fill_in "$here/linden.1" "$work/linden.1"
gzip -9n <"$work/linden.1" >"$root/usr/share/man/man1/linden.1.gz"
ln -s linden.1.gz "$root/usr/share/man/man1/linden-server.1.gz"
install -D -m 644 "$here/../linden.svg" \
  "$root/usr/share/icons/hicolor/scalable/apps/app.linden.Linden.svg"
install -D -m 644 "$here/../linden.png" \
  "$root/usr/share/icons/hicolor/512x512/apps/app.linden.Linden.png"
cp "$here/copyright" "$root/usr/share/doc/linden/copyright"
install -D -m 644 "$here/../server/linden-server.service" \
  "$root/usr/lib/systemd/system/linden-server.service"
chmod -R u=rwX,go=rX "$root"

tarball=$out/linden-$version-linux-$rpm_arch.tar.gz
tar -C "$(dirname "$image")" --owner=0 --group=0 -czf "$tarball" "$(basename "$image")"

if command -v dpkg-deb >/dev/null; then
  mkdir -p "$work/deb/DEBIAN"
  cp -a "$root/." "$work/deb/"
  cat >"$work/deb/DEBIAN/control" <<CONTROL
Package: linden
Version: $version
Architecture: $deb_arch
Maintainer: The Linden authors <authors@linden.invalid>
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6, libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1, libfreetype6, fontconfig
Recommends: gnome-keyring | libpam-kwallet5 | keepassxc
Section: office
Priority: optional
Description: shared calendar that also works offline
 Families, couples and small teams plan in the same calendars. Every change is
 saved on the computer at once and goes to the server when there is one.
 .
 With its own server (linden-server), import and export of iCalendar files and
 a command line. What a person keeps in it lies in ~/.local/share/linden, which
 stays when this package is removed.
CONTROL
  dpkg-deb --root-owner-group -Zxz --build "$work/deb" "$out/linden_${version}_$deb_arch.deb" \
    >/dev/null
else
  echo "package.sh: no .deb, since dpkg-deb is not here."
fi

if command -v rpmbuild >/dev/null; then
  rpmbuild -bb --quiet --target "$rpm_arch" --define "_topdir $work/rpm" \
    --define "linden_version $version" --define "linden_root $root" "$here/linden.spec"
  cp "$work"/rpm/RPMS/*/*.rpm "$out/"
else
  echo "package.sh: no .rpm, since rpmbuild is not here."
fi

(cd "$out" && sha256sum -- *.tar.gz $(ls -- *.deb *.rpm 2>/dev/null) >SHA256SUMS)
