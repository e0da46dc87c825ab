class Main {
	static function main() {
		var a = haxe;
		trace(haxe.ds);
	}
}
