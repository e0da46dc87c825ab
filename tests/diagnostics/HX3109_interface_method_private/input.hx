class Main implements Named {
	function name():String
		return "";
}

interface Named {
	function name():String;
}
