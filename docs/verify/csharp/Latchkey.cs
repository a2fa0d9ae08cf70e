// Checks what Latchkey signs, without a network: tokens of its answers and offline files.
// .NET has no Ed25519 of its own yet: the signature is left to libsodium (packages `libsodium` and `Newtonsoft.Json`).
// Copy this file into your software. What the words mean: docs/verifying.md.

using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Latchkey
{
    /// <summary>What a document has to be. Times are seconds since 1970.</summary>
    public sealed class Want
    {
        /// <summary>The JWK set that came with your software.</summary>
        public JObject Keys;
        public string Product;
        public string Environment;
        public string IdentifierType = "hardware";
        /// <summary>null: asked without a device.</summary>
        public string Identifier;
        /// <summary>null: not asked; the same for Nonce.</summary>
        public string License;
        public string Nonce;
        public long Now;
        /// <summary>The latest moment that this installation has seen; 0: none.</summary>
        public long Seen;
        public long Tolerance = 300;
    }

    public sealed class Verdict
    {
        /// <summary>"OK" or why not.</summary>
        public string Word;
        /// <summary>null unless the signature is good.</summary>
        public JObject Claims;
    }

    public static class Verify
    {
        /// <summary>The `token` of an answer: a compact JWS.</summary>
        public static Verdict Token(string token, Want want)
        {
            var parts = token.Split('.');
            return parts.Length == 3 ? Check(parts[0], parts[1], parts[2], "JWT", want) : No("MALFORMED");
        }

        /// <summary>The text of latchkey-license.json.</summary>
        public static Verdict OfflineFile(string text, Want want)
        {
            var file = ParseObject(text);
            var names = new[] { "payload", "protected", "signature" };
            if (file == null || file.Count != 3 || names.Any(name => Text(file, name) == null)) return No("MALFORMED");
            return Check(Text(file, "protected"), Text(file, "payload"), Text(file, "signature"), "latchkey-license+jws", want);
        }

        static Verdict Check(string head, string payload, string signature, string type, Want want)
        {
            byte[] headBytes = Decode(head), body = Decode(payload), sig = Decode(signature);
            var header = headBytes == null ? null : ParseObject(Encoding.UTF8.GetString(headBytes));
            if (header == null || body == null || sig == null || header["crit"] != null) return No("MALFORMED");
            // The algorithm is ours to say, never the document's: "none" and "HS256" end here.
            if (Text(header, "alg") != "EdDSA") return No("WRONG_ALGORITHM");
            if (Text(header, "typ") != type) return No("WRONG_TYPE");
            var kid = Text(header, "kid");
            var jwk = want.Keys["keys"].OfType<JObject>().FirstOrDefault(key =>
                kid != null && Text(key, "kid") == kid && Text(key, "kty") == "OKP" && Text(key, "crv") == "Ed25519");
            var publicKey = jwk == null ? null : Decode(Text(jwk, "x"));
            if (publicKey == null || publicKey.Length != 32) return No("UNKNOWN_KEY");
            var signed = Encoding.ASCII.GetBytes(head + "." + payload);
            // libsodium reads 64 bytes, whatever the array holds.
            var isGood = sig.Length == 64
                && crypto_sign_verify_detached(sig, signed, (ulong)signed.Length, publicKey) == 0;
            if (!isGood) return No("BAD_SIGNATURE");

            var claims = ParseObject(Encoding.UTF8.GetString(body));
            if (claims == null || !IsTime(claims["iat"]) || !IsTime(claims["exp"])) return No("MALFORMED");
            return new Verdict { Word = Judge(claims, type == "JWT", want), Claims = claims };
        }

        /// <summary>The signature is good: are the claims meant for this software, this device and this moment?</summary>
        static string Judge(JObject claims, bool isToken, Want want)
        {
            // A refusal about a key that nobody knows names no product and no license.
            var faceless = isToken && Is(claims["ok"], false) && claims["aud"] == null;
            // A file may be made for any device; a token is for the one that was asked about.
            var anyDevice = !isToken && claims["dev"] == null;
            var act = Text(claims, "act");
            if (Text(claims, "iss") != "latchkey") return "WRONG_ISSUER";
            if (Text(claims, "env") != want.Environment) return "WRONG_ENVIRONMENT";
            if (!faceless && Text(claims, "aud") != want.Product) return "WRONG_PRODUCT";
            if (!faceless && want.License != null && Text(claims, "sub") != want.License) return "WRONG_LICENSE";
            if (isToken && act != "validate" && act != "activate") return "WRONG_ACTION";
            if (!anyDevice && Text(claims, "dev") != Device(want)) return "WRONG_DEVICE";
            if (isToken && want.Nonce != null && Text(claims, "nonce") != want.Nonce) return "WRONG_NONCE";
            if ((long)claims["iat"] > want.Now + want.Tolerance) return "NOT_YET_VALID";
            if (want.Now < want.Seen - want.Tolerance) return "CLOCK_TURNED_BACK";
            if (want.Now >= (long)claims["exp"]) return "EXPIRED";
            return isToken && !Is(claims["ok"], true) ? "REFUSED" : "OK";
        }

        /// <summary>base64url SHA-256 of "hardware:HW-1" or "domain:shop.example.com"; null = no device.</summary>
        static string Device(Want want)
        {
            if (want.Identifier == null) return null;
            using (var sha = SHA256.Create())
                return Encode(sha.ComputeHash(Encoding.UTF8.GetBytes(want.IdentifierType + ":" + want.Identifier)));
        }

        /// <summary>Bytes of base64url that is written as RFC 7515 says, else null.</summary>
        static byte[] Decode(string text)
        {
            if (text == null) return null;
            try
            {
                var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
                var bytes = Convert.FromBase64String(padded);
                return Encode(bytes) == text ? bytes : null;
            }
            catch (FormatException)
            {
                return null;
            }
        }

        static string Encode(byte[] bytes)
        {
            return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }

        /// <summary>The object that a JSON text holds, else null. A text that looks like a date stays a text.</summary>
        static JObject ParseObject(string text)
        {
            var settings = new JsonSerializerSettings { DateParseHandling = DateParseHandling.None };
            try
            {
                return JsonConvert.DeserializeObject<JToken>(text, settings) as JObject;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        static string Text(JObject from, string name)
        {
            var value = from[name];
            return value != null && value.Type == JTokenType.String ? (string)value : null;
        }

        static bool IsTime(JToken value) { return value != null && value.Type == JTokenType.Integer; }

        static bool Is(JToken value, bool wanted)
        {
            return value != null && value.Type == JTokenType.Boolean && (bool)value == wanted;
        }

        static Verdict No(string word) { return new Verdict { Word = word }; }

        [DllImport("libsodium", CallingConvention = CallingConvention.Cdecl)]
        static extern int crypto_sign_verify_detached(byte[] signature, byte[] text, ulong length, byte[] publicKey);
    }
}
