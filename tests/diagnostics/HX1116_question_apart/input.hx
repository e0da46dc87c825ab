typedef A = {
	var ? x:Int;
}
