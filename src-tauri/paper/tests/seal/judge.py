"""Judges every signature of a file with pyHanko: judge.py FILE CERTIFICATE...

Prints a line per signature: its field, VALID or not, what it covers, what was changed after it, and the result of
ETSI EN 319 102-1 basic validation.
"""

import asyncio
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.ades import ades_basic_validation
from pyhanko.sign.validation.policy_decl import SignatureValidationSpec
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy
from pyhanko_certvalidator.policy_decl import RevocationCheckingRule
from pyhanko_certvalidator.registry import SimpleTrustManager


def main():
    roots = [load_cert_from_pemder(path) for path in sys.argv[2:]]
    # A certificate that vouches for itself is revoked nowhere.
    unasked = RevocationCheckingPolicy(RevocationCheckingRule.NO_CHECK, RevocationCheckingRule.NO_CHECK)
    spec = SignatureValidationSpec(
        CertValidationPolicySpec(SimpleTrustManager.build(trust_roots=roots), CertRevTrustPolicy(unasked))
    )
    with open(sys.argv[1], "rb") as file:
        reader = PdfFileReader(file, strict=True)
        for signature in reader.embedded_signatures:
            context = ValidationContext(trust_roots=roots, allow_fetching=False)
            status = validate_pdf_signature(signature, context)
            ades = asyncio.run(ades_basic_validation(signature.signed_data, spec, raw_digest=signature.compute_digest()))
            passed = ades.ades_subindic == AdESPassed.OK
            words = ["VALID" if status.bottom_line else "INVALID", status.coverage.name, status.modification_level.name]
            print(signature.field_name, *words, "AdES", "OK" if passed else ades.ades_subindic)


main()
