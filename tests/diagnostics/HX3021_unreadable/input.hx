class Main {
	static function main() {
		trace(new Secret().value);
		var b = Secret.shared;
	}
}

class Secret {
	public var value(never, default):Int = 1;

	public static var shared(null, default):Int = 2;

	public function new() {}
}
