#!/usr/bin/env bash
# Runs a command with a temporary PostgreSQL server on loopback, named by HEED_TEST_POSTGRESQL, and ends the server after it.
# usage: scripts/with-postgresql.sh COMMAND [ARGUMENT …]
# HEED_POSTGRESQL_FOLDER keeps the data there from one run to the next; HEED_POSTGRESQL_SETTINGS are settings of the server. Unless
# told, they suit tests, which make and drop some thousand small databases and lose nothing when the machine stops; and there are
# connections for services that run side by side.
set -euo pipefail
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$programs" ] || [ ! -x "$programs/initdb" ]; then
  echo "with-postgresql: no PostgreSQL server is installed (Debian's package: postgresql)" >&2
  exit 3
fi
# A file system in memory where there is room in it: each database is some hundred files.
roomy() {
  if [ -w /dev/shm ] && [ "$(df --output=avail /dev/shm | tail -n 1)" -gt 6000000 ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}
kept=${HEED_POSTGRESQL_FOLDER:-}
folder=${kept:-$(mktemp -d -p "$(roomy)")}
mkdir -p "$folder"
log="$folder/log"
for_tests="fsync=off full_page_writes=off synchronous_commit=off wal_level=minimal max_wal_senders=0 autovacuum=off max_connections=300"
settings=""
for each in ${HEED_POSTGRESQL_SETTINGS:-$for_tests}; do settings="$settings -c $each"; done
# initdb refuses root; the folder's parents are open to all, as /tmp is.
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as() { runuser -u postgres -- "$@"; }
else
  as() { "$@"; }
fi
chmod 755 "$folder"
finish() {
  if [ -n "$kept" ]; then
    as "$programs/pg_ctl" -D "$folder/data" -m fast -t 600 -w stop >/dev/null 2>&1 || true
  else
    as "$programs/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
  fi
}
trap finish EXIT
port=$(node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
cd "$folder"
[ -d "$folder/data" ] || as "$programs/initdb" -D "$folder/data" --locale=C.UTF-8 --encoding=UTF8 --auth=trust --username=heed >/dev/null
as "$programs/pg_ctl" -D "$folder/data" -l "$log" -w -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=''$settings" start >/dev/null \
  || { cat "$log" >&2; exit 3; }
cd "$OLDPWD"
export HEED_TEST_POSTGRESQL="postgresql://heed@127.0.0.1:$port/postgres"
"$@"
