#!/usr/bin/env bash
# Measures civil equilibria on a quiet machine and writes benchmarks/EQUILIBRIUM.md; about four minutes. Every run is appended to
# benchmarks/equilibrium-runs.jsonl as it ends and not repeated. --fresh forgets the runs so far; words choose what to run by name;
# "generated" adds the generated networks, which take minutes more. The published instances come from MILMOBILITY_DATA/tntp.
set -euo pipefail
cd "$(dirname "$0")/.."
log=benchmarks/equilibrium-runs.jsonl
if [ "${1:-}" = --fresh ]; then rm -f "$log"; shift; fi
dotnet build benchmarks/MilMobility.Benchmarks -c Release -nodeReuse:false -p:UseSharedCompilation=false -v q
dll=benchmarks/MilMobility.Benchmarks/bin/Release/net10.0/MilMobility.Benchmarks.dll
dotnet "$dll" equilibrium measure "$log" benchmarks/EQUILIBRIUM.md "$@"
