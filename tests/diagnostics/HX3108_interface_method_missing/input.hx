class Main implements Named {}

interface Named {
	var id:Int;

	function name():String;
}
