class Named<T:{name:String}> {}

class Main {
	var a:Named<{name:String}>;
	var b:Named<Int>;
	var c:Named<{title:String}>;
}
