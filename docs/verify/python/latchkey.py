"""Checks what Latchkey signs, without a network: tokens of its answers and offline files.

Needs Python 3.9 and `cryptography` (pip install cryptography; Debian: python3-cryptography).
Copy this file into your software. What the words mean: docs/verifying.md.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Optional

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


@dataclass(frozen=True)
class Want:
    """What a document has to be. Times are seconds since 1970."""

    keys: dict  # the JWK set that came with your software
    product: str
    environment: str
    now: int
    identifier_type: str = "hardware"
    identifier: Optional[str] = None  # None: asked without a device
    license: Optional[str] = None
    nonce: Optional[str] = None
    seen: Optional[int] = None  # the latest moment that this installation has seen
    tolerance: int = 300


def check_token(token, want):
    """The `token` of an answer, a compact JWS: ("OK" or why not, claims or None)."""
    parts = token.split(".")
    if len(parts) != 3:
        return "MALFORMED", None
    return _check(*parts, "JWT", want)


def check_offline_file(text, want):
    """The text of latchkey-license.json; otherwise like `check_token`."""
    file = _object(text)
    if file is None or sorted(file) != ["payload", "protected", "signature"]:
        return "MALFORMED", None
    return _check(file["protected"], file["payload"], file["signature"], "latchkey-license+jws", want)


def _check(protected, payload, signature, kind, want):
    head, body, sig = _decode(protected), _decode(payload), _decode(signature)
    header = None if head is None else _object(head)
    if header is None or body is None or sig is None or "crit" in header:
        return "MALFORMED", None
    # The algorithm is ours to say, never the document's: "none" and "HS256" end here.
    if header.get("alg") != "EdDSA":
        return "WRONG_ALGORITHM", None
    if header.get("typ") != kind:
        return "WRONG_TYPE", None
    kid = header.get("kid")
    ours = (k for k in want.keys["keys"] if k.get("kty") == "OKP" and k.get("crv") == "Ed25519")
    jwk = next((k for k in ours if isinstance(kid, str) and k.get("kid") == kid), None)
    if jwk is None:
        return "UNKNOWN_KEY", None
    try:
        key = Ed25519PublicKey.from_public_bytes(_decode(jwk["x"]))
        key.verify(sig, f"{protected}.{payload}".encode("ascii"))
    except InvalidSignature:
        return "BAD_SIGNATURE", None

    claims = _object(body)
    if claims is None or not _is_time(claims.get("iat")) or not _is_time(claims.get("exp")):
        return "MALFORMED", None
    return _judge(claims, kind == "JWT", want), claims


def _judge(claims, is_token, want):
    """The signature is good: are the claims meant for this software, this device and this moment?"""
    # A refusal about a key that nobody knows names no product and no license.
    faceless = is_token and claims.get("ok") is False and "aud" not in claims
    if claims.get("iss") != "latchkey":
        return "WRONG_ISSUER"
    if claims.get("env") != want.environment:
        return "WRONG_ENVIRONMENT"
    if not faceless and claims.get("aud") != want.product:
        return "WRONG_PRODUCT"
    if not faceless and want.license is not None and claims.get("sub") != want.license:
        return "WRONG_LICENSE"
    if is_token and claims.get("act") not in ("validate", "activate"):
        return "WRONG_ACTION"
    # A file may be made for any device; a token is for the one that was asked about.
    any_device = not is_token and "dev" not in claims
    if not any_device and claims.get("dev") != _device(want):
        return "WRONG_DEVICE"
    if is_token and want.nonce is not None and claims.get("nonce") != want.nonce:
        return "WRONG_NONCE"
    if claims["iat"] > want.now + want.tolerance:
        return "NOT_YET_VALID"
    if want.now < (want.seen or 0) - want.tolerance:
        return "CLOCK_TURNED_BACK"
    if want.now >= claims["exp"]:
        return "EXPIRED"
    return "REFUSED" if is_token and claims.get("ok") is not True else "OK"


def _device(want):
    """base64url SHA-256 of "hardware:HW-1" or "domain:shop.example.com"; None = no device."""
    if want.identifier is None:
        return None
    text = f"{want.identifier_type}:{want.identifier}"
    return _encode(hashlib.sha256(text.encode("utf-8")).digest())


def _decode(text):
    """Bytes of base64url that is written as RFC 7515 says, else None."""
    if not isinstance(text, str) or not text.isascii():
        return None
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    return data if _encode(data) == text else None


def _encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _object(text):
    """The object that a JSON text holds, else None."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _is_time(value):
    return isinstance(value, int) and not isinstance(value, bool)
