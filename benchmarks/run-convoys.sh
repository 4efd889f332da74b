#!/usr/bin/env bash
# Measures the convoy families on a quiet machine and writes benchmarks/CONVOYS.md; up to two hours. Every run is appended to
# benchmarks/convoy-runs.jsonl as it ends and not repeated: interrupt and start again at will. --fresh forgets the runs so far; words
# choose what to run by name: run-convoys.sh planar hubs "one model".
set -euo pipefail
cd "$(dirname "$0")/.."
log=benchmarks/convoy-runs.jsonl
if [ "${1:-}" = --fresh ]; then rm -f "$log"; shift; fi
dotnet build benchmarks/MilMobility.Benchmarks -c Release -nodeReuse:false -p:UseSharedCompilation=false -v q
dotnet benchmarks/MilMobility.Benchmarks/bin/Release/net10.0/MilMobility.Benchmarks.dll cmp measure "$log" benchmarks/CONVOYS.md "$@"
