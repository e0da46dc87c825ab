class Main {
	static function main() {
		var o:{name:String, size:Int, ?color:Int} = {color: 3};
	}
}
