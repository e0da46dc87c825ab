var x:?Int;
