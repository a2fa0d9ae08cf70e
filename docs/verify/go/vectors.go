// Runs the recipe over the public test vectors: go run . ../../../tests/vectors

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

type vectorFile struct {
	Kind    string `json:"kind"`
	Vectors []struct {
		Name     string `json:"name"`
		Document string `json:"document"`
		Want     Want   `json:"want"`
		Verdict  string `json:"verdict"`
	} `json:"vectors"`
}

func main() {
	folder := "."
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	var keys KeySet
	read(folder, "jwks.json", &keys)
	right := true
	for _, name := range []string{"tokens.json", "offline-files.json"} {
		var file vectorFile
		read(folder, name, &file)
		check := CheckToken
		if file.Kind != "token" {
			check = CheckOfflineFile
		}
		for _, vector := range file.Vectors {
			vector.Want.Keys = keys
			word, _ := check(vector.Document, vector.Want)
			fmt.Printf("%s/%s %s\n", file.Kind, vector.Name, word)
			right = right && word == vector.Verdict
		}
	}
	if !right {
		os.Exit(1)
	}
}

func read(folder, name string, into any) {
	text, err := os.ReadFile(filepath.Join(folder, name))
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
