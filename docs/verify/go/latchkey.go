// Checks what Latchkey signs, without a network: tokens of its answers and offline files.
// Needs nothing but the standard library of Go 1.18 or later.
// Copy this file into your software. What the words mean: docs/verifying.md.

package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"
)

// KeySet is the JWK set that came with your software.
type KeySet struct {
	Keys []struct {
		Kty string `json:"kty"`
		Crv string `json:"crv"`
		Kid string `json:"kid"`
		X   string `json:"x"`
	} `json:"keys"`
}

// Want is what a document has to be. Times are seconds since 1970; an empty text and a 0 mean "not asked".
type Want struct {
	Keys           KeySet `json:"-"`
	Product        string `json:"product"`
	Environment    string `json:"environment"`
	License        string `json:"license"`
	IdentifierType string `json:"identifierType"`
	Identifier     string `json:"identifier"` // "" = asked without a device
	Nonce          string `json:"nonce"`
	Now            int64  `json:"now"`
	Seen           int64  `json:"seen"`      // the latest moment that this installation has seen
	Tolerance      int64  `json:"tolerance"` // 300 is a good choice
}

// Claims are what the document says; nil unless its signature is good.
type Claims map[string]any

// CheckToken looks at the `token` of an answer, a compact JWS. Its word is "OK" or why not.
func CheckToken(token string, want Want) (string, Claims) {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return "MALFORMED", nil
	}
	return check(parts[0], parts[1], parts[2], "JWT", want)
}

// CheckOfflineFile looks at the text of latchkey-license.json; otherwise it is like CheckToken.
func CheckOfflineFile(text string, want Want) (string, Claims) {
	file := object([]byte(text))
	protected, isText1 := file["protected"].(string)
	payload, isText2 := file["payload"].(string)
	signature, isText3 := file["signature"].(string)
	if len(file) != 3 || !isText1 || !isText2 || !isText3 {
		return "MALFORMED", nil
	}
	return check(protected, payload, signature, "latchkey-license+jws", want)
}

func check(protected, payload, signature, kind string, want Want) (string, Claims) {
	head, body, sig := decode(protected), decode(payload), decode(signature)
	header := object(head)
	_, critical := header["crit"]
	if header == nil || body == nil || sig == nil || critical {
		return "MALFORMED", nil
	}
	// The algorithm is ours to say, never the document's: "none" and "HS256" end here.
	if header["alg"] != "EdDSA" {
		return "WRONG_ALGORITHM", nil
	}
	if header["typ"] != kind {
		return "WRONG_TYPE", nil
	}
	var key ed25519.PublicKey
	for _, jwk := range want.Keys.Keys {
		if jwk.Kty == "OKP" && jwk.Crv == "Ed25519" && header["kid"] == jwk.Kid {
			key = decode(jwk.X)
		}
	}
	// A key of another length would panic.
	if len(key) != ed25519.PublicKeySize {
		return "UNKNOWN_KEY", nil
	}
	if !ed25519.Verify(key, []byte(protected+"."+payload), sig) {
		return "BAD_SIGNATURE", nil
	}
	claims := object(body)
	if !isTime(claims["iat"]) || !isTime(claims["exp"]) {
		return "MALFORMED", nil
	}
	return judge(claims, kind == "JWT", want), claims
}

// The signature is good: are the claims meant for this software, this device and this moment?
func judge(claims Claims, isToken bool, want Want) string {
	iat, exp := int64(claims["iat"].(float64)), int64(claims["exp"].(float64))
	_, hasProduct := claims["aud"]
	_, hasDevice := claims["dev"]
	// A refusal about a key that nobody knows names no product and no license.
	faceless := isToken && claims["ok"] == false && !hasProduct
	// A file may be made for any device; a token is for the one that was asked about.
	anyDevice := !isToken && !hasDevice
	switch {
	case claims["iss"] != "latchkey":
		return "WRONG_ISSUER"
	case claims["env"] != want.Environment:
		return "WRONG_ENVIRONMENT"
	case !faceless && claims["aud"] != want.Product:
		return "WRONG_PRODUCT"
	case !faceless && want.License != "" && claims["sub"] != want.License:
		return "WRONG_LICENSE"
	case isToken && claims["act"] != "validate" && claims["act"] != "activate":
		return "WRONG_ACTION"
	case !anyDevice && claims["dev"] != device(want):
		return "WRONG_DEVICE"
	case isToken && want.Nonce != "" && claims["nonce"] != want.Nonce:
		return "WRONG_NONCE"
	case iat > want.Now+want.Tolerance:
		return "NOT_YET_VALID"
	case want.Now < want.Seen-want.Tolerance:
		return "CLOCK_TURNED_BACK"
	case want.Now >= exp:
		return "EXPIRED"
	case isToken && claims["ok"] != true:
		return "REFUSED"
	}
	return "OK"
}

// base64url SHA-256 of "hardware:HW-1" or "domain:shop.example.com"; nil = no device.
func device(want Want) any {
	if want.Identifier == "" {
		return nil
	}
	sum := sha256.Sum256([]byte(want.IdentifierType + ":" + want.Identifier))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

// Bytes of base64url that is written as RFC 7515 says, else nil.
func decode(text string) []byte {
	bytes, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || base64.RawURLEncoding.EncodeToString(bytes) != text {
		return nil
	}
	return bytes
}

// The object that a JSON text holds, else nil.
func object(text []byte) map[string]any {
	var value map[string]any
	if json.Unmarshal(text, &value) != nil {
		return nil
	}
	return value
}

func isTime(value any) bool {
	number, isNumber := value.(float64)
	return isNumber && number == float64(int64(number))
}
