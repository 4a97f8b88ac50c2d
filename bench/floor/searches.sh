#!/usr/bin/env bash
# searches.sh [seconds]: what PostgreSQL itself does for a back office's searches over a million orders, one table, one statement each.
# PGHOST, PGPORT, PGUSER name the server to measure: the one the shop is measured on, in the same minutes. Needs psql and pgbench.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}"
seconds=${1:-15}
command -v pgbench >/dev/null || { echo "no floor: pgbench is missing (apt-get install postgresql)"; exit 0; }
psql -Atqc 'select 1 from pg_database where datname=$$limits$$' | grep -q 1 || psql -qc 'create database limits'
export PGDATABASE=limits PGOPTIONS="-c client_min_messages=warning"
[[ $(psql -Atqc "select to_regclass('srch.customer_order')") ]] || psql -v ON_ERROR_STOP=1 -q -v n=1000000 -f search_schema.sql
for file in list_shop_state.sql search_code.sql search_email_prefix.sql search_email_substr.sql; do
    pgbench -n -f "$file" -c 1 -T 3 -M prepared >/dev/null 2>&1
    for clients in 1 8; do
        pgbench -n -f "$file" -c "$clients" -j $((clients < 2 ? clients : 2)) -T "$seconds" -M prepared 2>&1 |
            awk -v what="floor, $file" -v c="$clients" '/^tps/ {tps = $3} /latency average/ {ms = $4} END {printf "%-34s %7d %9d %9.2f\n", what, c, tps, ms}'
    done
done
