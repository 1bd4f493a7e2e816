"""An authority that has signed one certificate, for names of these tests."""

import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

AUTHORITY = "Authority of these tests"


def issued(*names: str) -> tuple[bytes, bytes]:
    """The authority, and a certificate for these names with its key. Both as PEM, good for an hour."""
    of_authority, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    for_names = x509.SubjectAlternativeName([x509.DNSName(each) for each in names])
    authority = _begun(AUTHORITY, of_authority.public_key(), is_authority=True).sign(of_authority, hashes.SHA256())
    certificate = _begun(names[0], own.public_key(), is_authority=False).add_extension(for_names, critical=False)
    key = own.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    signed = certificate.sign(of_authority, hashes.SHA256())
    return authority.public_bytes(serialization.Encoding.PEM), signed.public_bytes(serialization.Encoding.PEM) + key


def _begun(name: str, key: ec.EllipticCurvePublicKey, *, is_authority: bool) -> x509.CertificateBuilder:
    now = datetime.datetime.now(datetime.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(AUTHORITY))
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
