class Main {
	static function main() {
		var a:Void;
	}
}
