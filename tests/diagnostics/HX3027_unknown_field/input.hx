class Main {
	static function main() {
		var text = "abc";
		trace(text.lenght);
		var point = {x: 1, y: 2};
		trace(point.z);
		new Main().runn();
		var n = 5;
		n.size();
		var o:Null<Main> = null;
		o.rum();
	}

	function new() {}

	function run() {}
}
