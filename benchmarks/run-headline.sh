#!/usr/bin/env bash
# Measures the headline table of the brigade's transit and writes benchmarks/HEADLINE.md; a few minutes.
# With a file and a gap in percent it writes there, for a look: benchmarks/run-headline.sh /tmp/headline.md 5
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build benchmarks/MilMobility.Benchmarks -c Release -nodeReuse:false -p:UseSharedCompilation=false -v q
dotnet benchmarks/MilMobility.Benchmarks/bin/Release/net10.0/MilMobility.Benchmarks.dll headline "${1:-benchmarks/HEADLINE.md}" ${2:+"$2"}
