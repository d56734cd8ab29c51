"""Signs the client's field with pyHanko: sign.py FROM TO KEY CERTIFICATE etsi|adobe HASH"""

import sys

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

source, target, key, certificate, kind, hash_name = sys.argv[1:7]
kinds = {"etsi": fields.SigSeedSubFilter.PADES, "adobe": fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED}
signer = signers.SimpleSigner.load(key, certificate)
about = signers.PdfSignatureMetadata(field_name="client", md_algorithm=hash_name, subfilter=kinds[kind])
with open(source, "rb") as file, open(target, "wb") as signed:
    signers.sign_pdf(IncrementalPdfFileWriter(file, strict=True), about, signer=signer, output=signed)
