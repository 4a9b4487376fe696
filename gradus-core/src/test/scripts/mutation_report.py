"""What PIT found in one package: a table row for each class, then each mutant that no test killed."""

import sys
import xml.etree.ElementTree as ElementTree
from collections import defaultdict

KILLED = {"KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR"}


def main(package, path):
    mutants = list(ElementTree.parse(path).getroot())
    classes = defaultdict(list)
    for mutant in mutants:
        classes[mutant.findtext("sourceFile").removesuffix(".java")].append(mutant)
    print(f"## {package}: {share(mutants)}\n\n| Class | Mutants | Killed |\n|---|---:|---:|")
    for name in sorted(classes):
        of = classes[name]
        print(f"| {name} | {len(of)} | {killed(of)} |")
    print()
    for mutant in mutants:
        if mutant.get("status") not in KILLED:
            name = mutant.findtext("sourceFile").removesuffix(".java")
            print(f"- `{name}.{mutant.findtext('mutatedMethod')}`, line {mutant.findtext('lineNumber')}, "
                  f"{mutant.get('status').lower().replace('_', ' ')}: {mutant.findtext('description')}")
    print()


def killed(mutants):
    return sum(mutant.get("status") in KILLED for mutant in mutants)


def share(mutants):
    return f"{killed(mutants)} of {len(mutants)} killed, {100 * killed(mutants) / max(1, len(mutants)):.1f} %"


main(*sys.argv[1:])
