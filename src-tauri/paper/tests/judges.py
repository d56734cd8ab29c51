"""Independent judges of our papers: PDF/A-3a and PDF/UA-1 by page-validation, and outloud.

    python3 judges.py FOLDER

judges every PDF in the folder. It exits with 0 when all is well, with 1 and one line for each finding when it is
not, and with 77 when the judges are not installed (`pip install page-validation outloud`).
"""

import concurrent.futures
import pathlib
import sys

NOT_HERE = 77

# A second signature over the first: page-validation reports its byte range, as veraPDF did
# (veraPDF/veraPDF-library#1493). Nothing else is forgiven.
FORGIVEN = {"3A-SIGNATURE-BYTERANGE-001"}
# The running head of one sample holds a company's name of many small words, which outloud takes for a sentence
# that no reader would hear. The name stands in the text as well.
NAMES = {("agreement-kwd.pdf", "TAG-002")}

try:
    import outloud
    import page
except ImportError as missing:
    print(f"{missing.name} is not installed here")
    sys.exit(NOT_HERE)


def judged(path):
    """What the judges have against a file, a line for each finding."""
    findings = []
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        for failure in page.validate_pdf(str(path), profile=profile).failures:
            if failure.rule_id not in FORGIVEN:
                findings.append(f"{path.name}: {failure.rule_id}: {failure.message}")
    for finding in outloud.check(str(path)).findings:
        if finding.severity == "error" and (path.name, finding.rule) not in NAMES:
            findings.append(f"{path.name}: {finding.rule}: {finding.message} {finding.evidence}")
    return findings


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.pdf"))
    with concurrent.futures.ProcessPoolExecutor() as pool:
        findings = [line for lines in pool.map(judged, paths) for line in lines]
    print("\n".join(findings))
    print(f"{len(paths)} files judged, {len(findings)} findings")
    sys.exit(1 if findings or not paths else 0)


if __name__ == "__main__":
    main()
