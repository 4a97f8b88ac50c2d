#!/usr/bin/env bash
# steps.sh [seconds]: how many checkouts PostgreSQL itself does per second for 8 clients, statement by statement; run.sh has made its tables.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}"
command -v pgbench >/dev/null || { echo NaN; exit 0; }
PGDATABASE=limits pgbench -n -f checkout_steps.sql -c 8 -j 2 -T "${1:-15}" -M prepared 2>/dev/null | awk '/^tps/ {print $3}'
