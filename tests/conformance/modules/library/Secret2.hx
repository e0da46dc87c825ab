package library;
class Secret2 { @:allow(library.Allowed) var hidden = "secret2"; public function new() {} @:allow(library.sub) private function forSub() return 1; }
