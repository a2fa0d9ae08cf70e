// Runs the recipe over the public test vectors; with Mono on Debian:
// mcs -r:/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll Latchkey.cs Vectors.cs -out:Vectors.exe
// mono Vectors.exe ../../../tests/vectors

using System;
using System.IO;
using Latchkey;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

public static class Vectors
{
    public static int Main(string[] arguments)
    {
        var folder = arguments.Length > 0 ? arguments[0] : ".";
        var keys = Read(folder, "jwks.json");
        var right = true;
        foreach (var name in new[] { "tokens.json", "offline-files.json" })
        {
            var file = Read(folder, name);
            foreach (var vector in file["vectors"])
            {
                var want = WantOf((JObject)vector["want"], keys);
                var document = (string)vector["document"];
                var verdict = (string)file["kind"] == "token" ? Verify.Token(document, want) : Verify.OfflineFile(document, want);
                Console.WriteLine("{0}/{1} {2}", file["kind"], vector["name"], verdict.Word);
                right = right && verdict.Word == (string)vector["verdict"];
            }
        }
        return right ? 0 : 1;
    }

    static Want WantOf(JObject want, JObject keys)
    {
        return new Want
        {
            Keys = keys,
            Product = (string)want["product"],
            Environment = (string)want["environment"],
            IdentifierType = (string)want["identifierType"],
            Identifier = (string)want["identifier"],
            License = (string)want["license"],
            Nonce = (string)want["nonce"],
            Now = (long)want["now"],
            Seen = (long?)want["seen"] ?? 0,
            Tolerance = (long)want["tolerance"],
        };
    }

    static JObject Read(string folder, string name)
    {
        var settings = new JsonSerializerSettings { DateParseHandling = DateParseHandling.None };
        return JsonConvert.DeserializeObject<JObject>(File.ReadAllText(Path.Combine(folder, name)), settings);
    }
}
