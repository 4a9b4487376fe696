#!/bin/sh
# Mutation testing: changes the classes of a package one place at a time, and counts the changes that no test notices.
#
#   mutation.sh [PACKAGE ...]     calculus, layer, loss, optimize; all of them if none is named
#
# Takes some minutes for each. Fails below 90 % killed, and where no test ran. JAVA_HOME must be a JDK 25.
# Prints a line for each class, then the mutants that survived: docs/mutation.md explains those.
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
cd "$root"
[ $# -gt 0 ] || set -- calculus layer loss optimize

# tests of whole networks, and of runs that are kept, notice changes of these packages too
network=dev.gradus.network.NetworkProbeTest,dev.gradus.network.NetworkObjectiveTest,dev.gradus.network.EverydayKinksTest

tests_of() {
  case $1 in
  calculus) echo "dev.gradus.calculus.*Test,$network" ;;
  layer) echo 'dev.gradus.layer.*Test,dev.gradus.network.LayerContractTest' ;;
  loss) echo "dev.gradus.loss.*Test,$network" ;;
  optimize) echo 'dev.gradus.optimize.*Test,dev.gradus.train.ResumeTest' ;;
  *)
    echo "mutation.sh: $1: no such package; wants calculus, layer, loss or optimize" >&2
    exit 64
    ;;
  esac
}

status=0
for package in "$@"; do
  tests=$(tests_of "$package")
  report=gradus-core/target/mutation/$package
  rm -rf "$report"
  mvn -q -pl gradus-core -Pmutation test-compile org.pitest:pitest-maven:mutationCoverage \
    -Dmutation.package="$package" -DtargetClasses="dev.gradus.$package.*" -DtargetTests="$tests" \
    >"gradus-core/target/mutation-$package.log" 2>&1 || status=1
  python3 gradus-core/src/test/scripts/mutation_report.py "$package" "$report/mutations.xml"
done
exit $status
