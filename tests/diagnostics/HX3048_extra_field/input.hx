class Main {
	static function main() {
		var o:{name:String, ?size:Int} = {name: "a", sise: 3};
	}
}
